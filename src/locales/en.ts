import type { LocalePack } from '../core/localize/Pack.js'

// [title, text, nextStep]: what happened; what happened and what to do, at the field; what to do next.
// Sentence case, no closing stop, a spaced en dash between problem and fix. U+2019 for an apostrophe.

/** A query changed nothing: only who made a change has something to check. */
const afterwards = ['{origin, select, query {Try again later} other {Try again later. If you were making a change, check first whether it was saved}}', 'Try again later. If you were making a change, check first whether it was saved'] as const
const answer = ['{origin, select, query {Check your connection, then try again} other {Check your connection. If you were making a change, check whether it was saved before you try again}}', 'Check your connection. If you were making a change, check whether it was saved before you try again'] as const
const sent = ['{origin, select, query {Go back and try again, or contact us} other {Check your answers and send them again}}', 'Check your answers and send them again'] as const
const wait = ['Wait {seconds, plural, one {# second} other {# seconds}}, then try again', 'Wait a moment, then try again'] as const

const categories = {
  required: ['Some information is missing', 'Fill in the missing information', 'Fill in what is missing, then send it again'],
  format: ['Check the format of your answer', 'Change this answer – it is not in a format we can use', 'Change the answer, then send it again'],
  length: ['Check the length of your answer', 'Change this answer – it is too long or too short', 'Change the answer, then send it again'],
  range: ['An answer is outside the range we accept', 'Change this answer – it is outside the range we accept', 'Change the answer, then send it again'],
  conflict: ['Some answers do not go together', 'This does not go with something else – change it, then try again', 'Change what does not go together, then try again'],
  'not-found': ['Not found', 'We could not find this – check it or choose another', 'Check it, or go back to the list'],
  gone: ['This has been deleted', 'This has been deleted – choose another', 'Choose another, or go back to the list'],
  state: ['This is not possible right now', 'This is not possible right now – check the settings, then try again', 'Check the settings, or ask an account administrator'],
  quota: ['You have reached a limit', 'You have reached a limit – delete something you do not need, or contact us', 'Delete something you do not need, or contact us to raise the limit'],
  permission: ['You do not have access to this', 'You do not have permission to do this – ask an account administrator', 'Ask an account administrator for access, or go back'],
  auth: ['Sign in to continue', 'You have been signed out, or your sign-in details were not accepted – sign in again', 'You have been signed out, or your sign-in details were not accepted'],
  'rate-limit': ['Too many requests for now', 'Too many requests for now – wait a moment, then try again', wait],
  server: ['There is a problem with the service', 'There is a problem with the service – try again later', afterwards],
  network: ['We could not reach the service', 'We could not reach the service – check your connection, then try again', 'Check your connection, then try again'],
  timeout: ['The service did not answer', 'The service did not answer – check your connection, then try again', answer],
  aborted: ['This was cancelled', 'This was cancelled – try again if you still need it', 'Try again if you still need it'],
  parse: ['There is a problem with the service', 'We could not read what the service answered – try again later', afterwards],
  request: ['There is a problem with what was sent', 'There is a problem with what was sent – check your answers and send them again', sent],
  unknown: ['There is a problem we did not expect', 'There is a problem we did not expect – try again', 'Try again. If it keeps happening, contact us'],
} satisfies LocalePack['categories']

/** The words in English, and the shape that every other language fills. */
export const en = {
  locale: 'en',
  codes: {
    // Parameters
    PARAMETER_REQUIRED: ['Some information is missing', 'Fill in this field', 'Fill in the highlighted field'],
    PARAMETER_INVALID: ['An answer is outside the range we accept', ['Enter a value between {min, number} and {max, number}', 'Enter {min, number} or more', 'Enter {max, number} or less', 'Change this answer – it is outside the range we accept'], 'Change the highlighted answer'],
    PARAMETER_TOO_LONG: ['An answer is too long', ['Use {max, plural, one {# character} other {# characters}} or fewer', 'This is too long – use fewer characters'], 'Shorten the highlighted answer'],
    PARAMETER_TOO_SHORT: ['An answer is too short', ['Use {min, plural, one {# character} other {# characters}} or more', 'This is too short – use more characters'], 'Add to the highlighted answer'],
    ONE_OF_SEVERAL_PARAMETERS_REQUIRED: ['Some information is missing', ['Fill in at least one of these: {labels}', 'Fill in at least one of these fields'], 'Fill in one of the highlighted fields'],
    CONFLICTING_PARAMETERS: ['Some answers do not go together', ['Change or clear one of these – they do not go together: {labels}', 'These answers do not go together – change or clear one of them'], 'Change or clear one of the highlighted answers'],

    // Formats
    INVALID_COUNTRYCODE_FORMAT: ['Check the country code', 'Enter a country code in the correct format, like GB', 'Enter or select a country code'],
    INVALID_DATE_RANGE: ['Check the dates', 'These dates cannot be used together – check the start and end dates', 'Change the start or end date'],
    INVALID_EMAIL_FORMAT: ['Check the email address', 'Enter an email address in the correct format, like name@example.com', 'Correct the email address'],
    INVALID_HTTP_METHOD: ['Check the request method', 'Select a request method from the list', 'Select again. If you did not choose one, reload the page'],
    INVALID_HTTP_URI_FORMAT: ['Check the web address', 'Enter a web address in the correct format, like https://example.com/calls', 'Correct the web address'],
    INVALID_MODEL_STATE: ['Some answers need to change', 'There is an answer we cannot use – check your answers, then send them again', 'Check the highlighted answers and send them again'],
    INVALID_PATCH_PAYLOAD: ['Your changes were not saved', 'Your changes were not saved – reload the page, then make them again', 'Reload the page, then make your changes again'],
    INVALID_PHONENUMBER_FORMAT: ['Check the phone number', 'Enter a phone number with its country code, like +442079460123', 'Correct the phone number'],
    SCHEDULED_TIME_OUT_OF_RANGE: ['Check the date and time', ['Choose a date and time between {min} and {max}', 'Choose another date and time – this one is outside the range we can schedule'], 'Choose another date and time'],
    UNKNOWN_TIME_ZONE: ['Check the time zone', 'Select a time zone from the list', 'Select again. If it is not listed, reload the page'],

    // Text messages
    INVALID_SMS_DIRECTION: ['Check the message direction', 'Select a message direction from the list', 'Select a direction'],
    INVALID_SMS_SENDER: ['Check the sender', 'Enter a sender in the correct format, like +442079460123', 'Correct the sender, or choose another'],
    INVALID_SMS_STATUS: ['Check the message status', 'Select a message status from the list', 'Select a status'],
    INVALID_SMS_TEXT: ['Check the message text', 'Change the message text – it may be empty, too long or include characters we cannot send', 'Change the message text'],
    MESSAGE_NOT_FOUND: ['Message not found', 'We could not find this message – check it or choose another', 'Go back to your messages and open it again'],
    NO_SMS_AGREEMENT: ['This account cannot send text messages yet', 'This account cannot send texts yet – add an SMS agreement or ask an account administrator', 'Add an SMS agreement first, or ask an account administrator'],
    SMS_LEASED_NUMBER_NOT_OWNED: ['This number cannot be the sender', 'This leased number is not on your account – choose another sender', 'Choose a number on your account'],
    SMS_NOT_ENABLED: ['SMS is turned off for this property', 'SMS is turned off for this property – turn it on or choose another property', 'Turn on SMS for the property, or choose another property'],

    // Numbers, calls and their settings
    CALL_NOT_FOUND: ['Call not found', 'We could not find this call – check it or choose another', 'Go back to your calls and open it again'],
    FLOW_NOT_FOUND: ['Flow not found', 'We could not find this flow – check it or choose another', 'Check the flow, or go back to your flows'],
    INVALID_WHISPER_MEDIAID: ['Check the whisper recording', 'This whisper recording cannot be used – choose another', 'Choose another recording, or upload one'],
    LOCATION_NOT_FOUND: ['No location matches these filters', 'No location matches these filters – change or remove one', 'Change or remove a filter'],
    NUMBER_ALLOCATION_FAILED: ['We could not assign a phone number', 'We could not assign a number – choose one of yours, or try again in a few minutes', 'Try again in a few minutes, or choose one of your numbers'],
    NUMBER_BELONGS_TO_DIFFERENT_PROPERTY: ['This number belongs to another property', 'This number belongs to another property – choose a different number or property', 'Choose a different number or property'],
    NUMBER_NOT_FOUND: ['Phone number not found', 'We could not find this phone number – check it or choose another', 'Check the number, or go back to your numbers'],
    UNKNOWN_CAPABILITY: ['Check the capability', 'Select a capability from the list', 'Select again. If it is not listed, reload the page'],
    UNKNOWN_DISPOSITION: ['Check the disposition', 'Select a disposition from the list', 'Select again. If it is not listed, reload the page'],
    UNKNOWN_NUMBERTYPE: ['Check the number type', 'Select a number type from the list', 'Select again. If it is not listed, reload the page'],
    UNKNOWN_PREAMBLE_OPTION: ['Check the preamble option', 'Select a preamble option from the list', 'Select again. If it is not listed, reload the page'],
    UNKNOWN_RECORDING_OPTION: ['Check the recording option', 'Select a recording option from the list', 'Select again. If it is not listed, reload the page'],
    UNKNOWN_ROUTING_METHOD: ['Check the routing method', 'Select a routing method from the list', 'Select again. If it is not listed, reload the page'],

    // Addresses and countries
    ADDRESS_CANNOT_BE_DELETED: ['This address is still linked to phone numbers', 'This address is still linked to phone numbers – link them to another address first', 'Link them to another address first, then try again'],
    ADDRESS_NOT_FOUND: ['Address not found', 'We could not find this address – check it or choose another', 'Check the address, or go back to your addresses'],
    COUNTRY_NOT_FOUND: ['Country not found', 'We could not find this country – select one from the list', 'Choose another country'],
    COUNTRY_UNAVAILABLE: ['This country is not available', 'This country is not available – choose another', 'Choose another country, or contact us about this one'],

    // Accounts, projects, logins and permissions
    ACCOUNT_NOT_FOUND: ['Account not found', 'We could not find this account – check it or choose another', 'Check the account, or go back to your accounts'],
    FORBIDDEN: categories.permission,
    INVALID_PERMISSION_VALUE: ['Check the permissions', 'Select permissions from the list', 'Select permissions again'],
    INVALID_PERMISSIONS: ['These permissions do not go together', 'These permissions do not go together – for example, choose account or project, not both', 'Choose account or project permissions'],
    ONLINE_LOGIN_EMAIL_EXISTS: ['This email address already has a login', 'This email address already has a login – enter a different one', 'Enter a different email address, or open the existing login'],
    ONLINE_LOGIN_NOT_FOUND: ['Login not found', 'We could not find this login – check it or choose another', 'Check the login, or go back to your logins'],
    PERMISSION_EXCEEDS_ACCESS_BOUNDARY: ['These permissions go beyond the access you can give', 'These permissions go beyond the access you can give – choose fewer', 'Choose fewer permissions, or ask an account administrator'],
    PROJECT_LIMIT_REACHED: ['You have reached the project limit', 'You have reached the project limit – delete a project you do not need, or contact us', 'Delete a project you do not need, or contact us to raise the limit'],
    PROPERTY_NOT_FOUND: ['Property not found', 'We could not find this property – check it or choose another', 'Check the property, or go back to your properties'],
    RECORD_NOT_FOUND: ['Record not found', 'We could not find this record – check it or choose another', 'Go back to the list and open it again'],

    // SIP trunks
    SIP_TRUNK_NOT_FOUND: ['SIP trunk not found', 'We could not find this SIP trunk – check it or choose another', 'Check the SIP trunk, or go back to your SIP trunks'],
    SIP_TRUNK_WAS_DELETED: ['This SIP trunk has been deleted', 'This SIP trunk has been deleted – choose another', 'Choose another SIP trunk, or create one'],

    // No ErrorCode: the status, or that no answer came
    HTTP_400: categories.request,
    HTTP_401: categories.auth,
    HTTP_403: ['You cannot do this', 'You cannot do this – you may not have access, or it may not be possible right now', 'Ask an account administrator for access, or go back'],
    HTTP_404: ['We could not find this', 'We could not find this – it may have been deleted or moved', 'Check the link, or go back to the list'],
    HTTP_409: ['This changed while you were working', 'This changed while you were working – load the latest version, then try again', 'Load the latest version, then try again'],
    HTTP_429: categories['rate-limit'],
    HTTP_500: categories.server,
    NETWORK: categories.network,
    TIMEOUT: categories.timeout,
    PARSE: categories.parse,
    ABORTED: categories.aborted,
    UNKNOWN: categories.unknown,
  },
  categories,
  ui: {
    summaryTitle: ['{count, plural, one {There is a problem} other {There are # problems}}', 'There is a problem'],
    errorPrefix: 'Error:',
    warningPrefix: 'Warning:',
    pageTitle: ['{count, plural, one {# problem} other {# problems}}: {title}', '{count, plural, one {# problem} other {# problems}}'],
    labelled: '{label}: {text}',
    tryAgain: 'Try again',
    tryingAgain: 'Trying again…',
    waitThenTry: wait,
    loaded: 'Loaded',
    close: 'Close',
    signIn: 'Sign in',
    toastRegion: ['Notifications ({hotkey})', 'Notifications'],
    repeated: '{count, plural, one {Happened once} other {Happened # times}}',
    moreToasts: '{count, plural, one {# more notification} other {# more notifications}}',
    details: 'Details',
    copyDetails: 'Copy details',
    copied: 'Copied',
    referenceCode: 'Code',
    referenceTime: 'Time',
    referenceId: 'Request ID',
    serverSays: 'Answer from the service:',
    offline: 'You are offline',
    waitingChanges: '{count, plural, one {# change is waiting and will be sent when you are connected} other {# changes are waiting and will be sent when you are connected}}',
    backOnline: 'You are back online',
    stale: 'This may be out of date – we could not load the latest version',
    moreIssues: '{count, plural, one {# more problem} other {# more problems}}',
    problemCount: '{count, plural, one {# problem} other {# problems}}',
    recentErrors: 'Recent problems',
    submitting: 'Sending…',
    saved: 'Saved',
  },
} satisfies LocalePack
