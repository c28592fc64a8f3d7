/** How often React has committed: it tells developer tools, in production too. */
export const commits = { count: 0 }

Object.assign(globalThis, {
  __REACT_DEVTOOLS_GLOBAL_HOOK__: {
    supportsFiber: true,
    inject: () => 1,
    onCommitFiberRoot: () => void commits.count++,
  },
})
