declare module 'contender' {
  export const contender: import('./contender.js').Contender
}
