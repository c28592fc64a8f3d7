import { developerWarning } from '../../internal/developerMessage.js'

/** Warns when the style sheet is missing, once the page is loaded: then what is for screen readers only can be seen. */
export function checkStyles(section: HTMLElement | null): () => void {
  const check = (): void => {
    const width = section?.querySelector('.rae-hidden')?.getBoundingClientRect().width ?? 0
    // Without layout (tests without a browser, a hidden part of the page) nothing has a width.
    if (width <= 1) return
    developerWarning(
      'The style sheet is missing.',
      'Toasts, messages and texts for screen readers stand unstyled on the page.',
      "Import it once: import 'react-api-errors/styles.css'.",
    )
  }
  if (document.readyState === 'complete') {
    const frame = requestAnimationFrame(check)
    return () => cancelAnimationFrame(frame)
  }
  window.addEventListener('load', check)
  return () => window.removeEventListener('load', check)
}
