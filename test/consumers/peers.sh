#!/bin/sh
# The interception suite on older versions of TanStack Query, each with React 18 and with the project's own React.
status=0
for query in 5.0 5.28 5.59 5.90; do
  for react in 18 19; do
    echo "TanStack Query $query, React $react"
    QUERY=$query REACT=$react npx vitest run --project unit --reporter=dot --reporter=json --outputFile.json="reports/query-$query-react-$react.json" test/query test/react/oneHome.test.tsx test/react/version.test.ts || status=1
  done
done
exit $status
