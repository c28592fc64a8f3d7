/** Statuses of an SMS message. */
export const smsStatuses = ['Processing', 'Submitted', 'Delivered', 'Failed', 'Received'] as const

/** Directions of an SMS message. */
export const smsDirections = ['Inbound', 'Outbound'] as const

/** Methods that a webhook can be called with. */
export const webhookMethods = ['GET', 'POST'] as const

/** Ways in which a number routes its calls. */
export const routingMethods = ['Endpoint', 'Flow'] as const

/** What a number records. */
export const recordingOptions = ['Off', 'Call'] as const

/** What a caller hears before being connected. */
export const preambleOptions = ['Off', 'Beep', 'Announcement'] as const

/** How a call ended. */
export const dispositions = ['Answered', 'Missed', 'Busy', 'Voicemail'] as const

/** What a number is able to do. */
export const capabilities = ['Voice', 'Sms', 'Mms'] as const

/** Kinds of numbers on sale. */
export const numberTypes = ['Geographic', 'Mobile', 'TollFree'] as const

/** What an online login can be allowed to work with. */
export const scopes = [
  'Addresses',
  'Admin',
  'Billing',
  'Calls',
  'Flows',
  'Integrations',
  'Messages',
  'Numbers',
  'OnlineLogins',
  'Recordings',
  'Reports',
  'SipTrunks',
  'Webhooks',
] as const

/** Windows time zone ids that the API knows. */
export const timeZones = [
  'AUS Eastern Standard Time',
  'Central Standard Time',
  'China Standard Time',
  'E. South America Standard Time',
  'Eastern Standard Time',
  'GMT Standard Time',
  'India Standard Time',
  'New Zealand Standard Time',
  'Pacific Standard Time',
  'Tokyo Standard Time',
  'UTC',
  'W. Europe Standard Time',
] as const

/** Limits that the validation enforces. */
export const limits = {
  batchMessages: 100,
  smsText: 1600,
  name: 64,
  attribution: 100,
  passwordMin: 10,
  passwordMax: 128,
  trunkNameMin: 3,
  channels: 1000,
  pageSize: 100,
  scheduleDaysAhead: 14,
  scheduleHoursPast: 1,
} as const

/** One of the 13 scopes. */
export type Scope = (typeof scopes)[number]
