// Which Chromium the tests open, in this order: CHROMIUM_PATH, an installed one, Playwright's own,
// and with --install (as `npm test` calls it) Debian's package where that is possible.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']
const PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** @returns {string | undefined} the path of an installed browser; undefined means Playwright's own, or none at all */
export function findChromium() {
  const asked = process.env.CHROMIUM_PATH
  if (asked !== undefined && asked !== '') {
    if (existsSync(asked)) return asked
    throw new Error(
      `CHROMIUM_PATH is ${asked}, but there is no such file. Correct it, or unset it to let the tests look for a browser.`,
    )
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean)
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ...PLACES].find((path) =>
    existsSync(path),
  )
}

const hasOne = () => findChromium() !== undefined || existsSync(chromium.executablePath())

function installWithApt() {
  const apt = (...words) =>
    execFileSync('apt-get', words, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
  apt('update', '-qq')
  apt('install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core')
}

function install() {
  if (hasOne()) return
  const isDebianRoot = process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
  if (isDebianRoot) installWithApt()
  if (hasOne()) return
  console.error(
    [
      'The tests run stories in a real Chromium, and none was found. One of these mends it:',
      '  npx playwright install chromium        (downloads a browser of its own)',
      '  sudo apt-get install chromium          (Debian, Ubuntu)',
      '  CHROMIUM_PATH=/path/to/chrome npm test (any Chromium or Chrome that is installed)',
    ].join('\n'),
  )
  process.exit(1)
}

if (
  process.argv[1] !== undefined &&
  import.meta.url === pathToFileURL(process.argv[1]).href &&
  process.argv.includes('--install')
)
  install()
