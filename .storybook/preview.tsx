import type { Decorator, Preview } from '@storybook/react-vite'
import { mswLoader } from 'msw-storybook-addon/csf3'
import { setupWorker } from 'msw/browser'
import { extractComponentDescription, type Component } from 'storybook/internal/docs-tools'
import { ExampleDocs } from '../stories/shared/DocsPage.js'
import { keepQuiet, type Press } from '../stories/shared/failAtMount.js'
import { StoryApp } from '../stories/shared/StoryApp.js'
import { storyApi } from '../stories/shared/storyApi.js'
import { telephonyHandlers } from '../stories/telephony-api/handlers.js'
import { failsWithoutContrast } from './failsWithoutContrast.js'
import '../src/styles.css'
import '../stories/shared/story.css'

const text = (value: unknown, fallback: string): string => (typeof value === 'string' ? value : fallback)

/** What a story says of its docs page: the words of the buttons that make it fail, `[]` for none. */
const pressOf = (press: unknown): Press => (Array.isArray(press) ? press.map(String) : 'first')

const inApp: Decorator = (Story, { globals, viewMode, parameters }) => (
  <StoryApp
    locale={text(globals.locale, 'en')}
    theme={text(globals.theme, 'light')}
    direction={text(globals.direction, 'auto')}
    onDocsPage={viewMode === 'docs' ? pressOf(parameters.docs?.press) : undefined}
    toaster={parameters.toaster}
  >
    <Story />
  </StoryApp>
)

const preview: Preview = {
  tags: ['autodocs'],
  globalTypes: {
    locale: {
      description: 'Language',
      toolbar: {
        icon: 'globe',
        title: 'Language',
        dynamicTitle: true,
        items: [
          { value: 'en', title: 'English' },
          { value: 'nl', title: 'Nederlands' },
          { value: 'ar', title: 'العربية' },
        ],
      },
    },
    theme: {
      description: 'Theme',
      toolbar: {
        icon: 'contrast',
        title: 'Theme',
        dynamicTitle: true,
        items: [
          { value: 'light', title: 'Light' },
          { value: 'dark', title: 'Dark' },
        ],
      },
    },
    direction: {
      description: 'Direction',
      toolbar: {
        icon: 'transfer',
        title: 'Direction',
        dynamicTitle: true,
        items: [
          { value: 'auto', title: 'Of the language' },
          { value: 'ltr', title: 'Left to right' },
          { value: 'rtl', title: 'Right to left' },
        ],
      },
    },
  },
  initialGlobals: { locale: 'en', theme: 'light', direction: 'auto' },
  loaders: [
    mswLoader(async () => {
      const worker = setupWorker(...telephonyHandlers(storyApi))
      await worker.start({
        quiet: true,
        onUnhandledRequest: 'bypass',
        // Relative to the page, so that a Storybook below a sub-path finds it too.
        serviceWorker: { url: `${import.meta.env.BASE_URL}mockServiceWorker.js` },
      })
      return worker
    }),
  ],
  beforeEach: () => {
    storyApi.reset()
    if (window.frameElement?.matches('.story-frame') === true) keepQuiet(document.documentElement)
  },
  decorators: [inApp],
  parameters: {
    a11y: { test: 'error', config: { reporter: failsWithoutContrast } },
    layout: 'fullscreen',
    docs: {
      page: ExampleDocs,
      // The page would render the JSX of an example as elements.
      extractComponentDescription: (component: Component) =>
        extractComponentDescription(component).replace(/@example[^]*$/, ''),
    },
    options: {
      storySort: {
        order: [
          'Start here',
          'Flows',
          ['Send an SMS', 'Configure a number', 'Create an online login'],
          'Surfaces',
          'States',
          'Codes',
        ],
      },
    },
  },
}
export default preview
