import { createTelephonyApi } from '../telephony-api/createTelephonyApi.js'

/** The API that all stories talk to; it starts over before each story. */
export const storyApi = createTelephonyApi()
