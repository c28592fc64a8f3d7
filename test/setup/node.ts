import { failOnConsole } from './console.js'

failOnConsole()
