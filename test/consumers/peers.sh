#!/bin/sh
# The interception suite on older versions of TanStack Query, each with React 18 and with the project's own React.
# Two at a time, each with one worker: most of a run is its start, which uses one processor.
mkdir -p reports
for query in 5.0 5.28 5.59 5.90; do
  for react in 18 19; do echo "$query $react"; done
done | xargs -P 2 -L 1 sh -c '
  report="reports/query-$0-react-$1"
  if QUERY=$0 REACT=$1 npx vitest run --project unit --maxWorkers=1 --reporter=default --reporter=json --outputFile.json="$report.json" \
    test/query test/react/oneHome.test.tsx test/react/version.test.tsx > "$report.log" 2>&1
  then echo "TanStack Query $0, React $1: passed"
  else cat "$report.log"; echo "TanStack Query $0, React $1: failed"; exit 1
  fi'
