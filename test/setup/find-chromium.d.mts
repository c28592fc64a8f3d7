/** Returns the path of an installed Chromium; `undefined` where Playwright's own is to be used. */
export function findChromium(): string | undefined
