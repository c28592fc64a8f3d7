/** How many issues of one failure are kept; the rest is counted. */
export const maxIssues = 1000
