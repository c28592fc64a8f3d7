import type { Meta } from '@storybook/react-vite'
import { expect, waitFor, within } from 'storybook/test'
import { englishWords } from '../codes/englishWords.js'
import { isIn, openSurfaces, placesOf, type Surface } from '../codes/placesOf.js'
import type { StateExampleProps } from './StateExample.js'

type Play = NonNullable<Meta<StateExampleProps>['play']>

/** What servers and browsers say, and people should not have to read. */
const RAW =
  /\b[45]\d\d\b|HTTP|Not Found|Too Many Requests|Conflict\b|Server Error|Failed to fetch|Unexpected token|NUMBER_ON_HOLD|UNAUTHORIZED|<\/?\w+>/

/** The page fails when it opens: a heading, the next step, and Try again where it can help. */
export const showsItsStateOnThePage: Play = (context) => check('page', context)

/** The action of a list fails: the same words in a toast. */
export const showsItsStateInAToast: Play = async (context) => {
  const { canvas, userEvent, step } = context
  await step('Release', () => userEvent.click(canvas.getByRole('button', { name: 'Release' })))
  await check('toast', context)
}

async function check(surface: Surface, { args, canvas, step }: Parameters<Play>[0]): Promise<void> {
  const { title, nextStep } = englishWords(args.code, {
    origin: surface === 'page' ? 'query' : 'mutation',
    ...args.params,
  })
  const wanted = () => [title, asCountedDown(nextStep), ...(args.detail === undefined ? [] : [args.detail])]

  await step('It says what happened and what to do next, once', async () => {
    await waitFor(() => {
      for (const sentence of wanted()) {
        if (placesOf(sentence).length !== 1)
          throw new Error(`"${sentence}" stands ${placesOf(sentence).length} times on the page, not once.`)
      }
    })
    for (const place of wanted().flatMap(placesOf)) {
      await expect(isIn(surface, place)).toBe(true)
      await expect(place).toBeVisible()
    }
    if (surface === 'page') await expect(canvas.getByRole('heading', { name: title })).toBeVisible()
  })
  await step(args.canTryAgain ? 'Try again is offered' : 'Nothing offers to try what cannot succeed', async () => {
    const buttons = within(document.body).queryAllByRole('button', { name: 'Try again' })
    await expect(buttons).toHaveLength(args.canTryAgain ? 1 : 0)
  })
  await step('Nothing raw is on the page', async () => {
    await expect(visibleText()).not.toMatch(RAW)
  })
  await step('Nothing else shows anything, also when all have had their say', async () => {
    await new Promise((resolve) => setTimeout(resolve, 100))
    await expect(openSurfaces()).toEqual([surface])
  })
}

/** The sentence with the seconds that are left by now. */
function asCountedDown(sentence: string): string {
  const seconds = /\d+/.exec(document.querySelector('[role=timer]')?.textContent ?? '')?.[0]
  return seconds === undefined ? sentence : sentence.replace(/\d+/, seconds)
}

/** What can be read without unfolding the reference for support. */
function visibleText(): string {
  const shown = [...document.querySelectorAll<HTMLElement>('main, .rae-toast')].map((element) => element.innerText)
  const folded = [...document.querySelectorAll<HTMLElement>('details:not([open]) > :not(summary)')].map(
    (element) => element.innerText,
  )
  return folded.reduce((text, hidden) => text.replace(hidden, ''), shown.join('\n'))
}
