declare module 'scenario' {
  export const scenario: import('./Scenario.js').Scenario<unknown>
}
declare module 'contender' {
  export const contender: unknown
}
