import type { LocalePack } from '../core/localize/Pack.js'

// [title, text, nextStep], as in en.ts. We say "je"; "property", "flow" and "SIP-trunk" are terms of the product.

/** A query changed nothing: only who made a change has something to check. */
const afterwards = ['{origin, select, query {Probeer het later opnieuw} other {Probeer het later opnieuw. Was je iets aan het wijzigen? Controleer dan eerst of het is opgeslagen}}', 'Probeer het later opnieuw. Was je iets aan het wijzigen? Controleer dan eerst of het is opgeslagen'] as const
const answer = ['{origin, select, query {Controleer je verbinding en probeer het opnieuw} other {Controleer je verbinding. Was je iets aan het wijzigen? Controleer dan of het is opgeslagen voordat je het opnieuw probeert}}', 'Controleer je verbinding. Was je iets aan het wijzigen? Controleer dan of het is opgeslagen voordat je het opnieuw probeert'] as const
const sent = ['{origin, select, query {Ga terug en probeer het opnieuw, of neem contact met ons op} other {Controleer je antwoorden en verstuur ze opnieuw}}', 'Controleer je antwoorden en verstuur ze opnieuw'] as const
const wait = ['Wacht {seconds, plural, one {# seconde} other {# seconden}} en probeer het dan opnieuw', 'Wacht even en probeer het dan opnieuw'] as const

const categories = {
  required: ['Er ontbreken gegevens', 'Vul de ontbrekende gegevens in', 'Vul in wat ontbreekt en verstuur het opnieuw'],
  format: ['Controleer de notatie van je antwoord', 'Pas dit antwoord aan – we kunnen deze notatie niet gebruiken', 'Pas het antwoord aan en verstuur het opnieuw'],
  length: ['Controleer de lengte van je antwoord', 'Pas dit antwoord aan – het is te lang of te kort', 'Pas het antwoord aan en verstuur het opnieuw'],
  range: ['Een antwoord valt buiten de toegestane grenzen', 'Pas dit antwoord aan – het valt buiten de toegestane grenzen', 'Pas het antwoord aan en verstuur het opnieuw'],
  conflict: ['Sommige antwoorden gaan niet samen', 'Dit gaat niet samen met iets anders – pas het aan en probeer het opnieuw', 'Pas aan wat niet samengaat en probeer het opnieuw'],
  'not-found': ['Niet gevonden', 'We konden dit niet vinden – controleer het of kies iets anders', 'Controleer het, of ga terug naar de lijst'],
  gone: ['Dit is verwijderd', 'Dit is verwijderd – kies iets anders', 'Kies iets anders, of ga terug naar de lijst'],
  state: ['Dit kan nu niet', 'Dit kan nu niet – controleer de instellingen en probeer het opnieuw', 'Controleer de instellingen, of vraag het aan een accountbeheerder'],
  quota: ['Je hebt een limiet bereikt', 'Je hebt een limiet bereikt – verwijder wat je niet nodig hebt, of neem contact met ons op', 'Verwijder wat je niet nodig hebt, of neem contact met ons op om de limiet te verhogen'],
  permission: ['Je hebt hier geen toegang toe', 'Je hebt geen toestemming om dit te doen – vraag het aan een accountbeheerder', 'Vraag een accountbeheerder om toegang, of ga terug'],
  auth: ['Log in om verder te gaan', 'Je bent uitgelogd of je inloggegevens zijn niet geaccepteerd – log opnieuw in', 'Je bent uitgelogd of je inloggegevens zijn niet geaccepteerd'],
  'rate-limit': ['Te veel verzoeken op dit moment', 'Te veel verzoeken op dit moment – wacht even en probeer het dan opnieuw', wait],
  server: ['Er is een probleem met de dienst', 'Er is een probleem met de dienst – probeer het later opnieuw', afterwards],
  network: ['We konden de dienst niet bereiken', 'We konden de dienst niet bereiken – controleer je verbinding en probeer het opnieuw', 'Controleer je verbinding en probeer het opnieuw'],
  timeout: ['De dienst gaf geen antwoord', 'De dienst gaf geen antwoord – controleer je verbinding en probeer het opnieuw', answer],
  aborted: ['Dit is geannuleerd', 'Dit is geannuleerd – probeer het opnieuw als je het nog nodig hebt', 'Probeer het opnieuw als je het nog nodig hebt'],
  parse: ['Er is een probleem met de dienst', 'We konden het antwoord van de dienst niet lezen – probeer het later opnieuw', afterwards],
  request: ['Er is een probleem met wat je hebt verstuurd', 'Er is een probleem met wat je hebt verstuurd – controleer je antwoorden en verstuur ze opnieuw', sent],
  unknown: ['Er is een onverwacht probleem', 'Er is een onverwacht probleem – probeer het opnieuw', 'Probeer het opnieuw. Blijft het misgaan? Neem dan contact met ons op'],
} satisfies LocalePack['categories']

/** The words in Dutch. */
export const nl = {
  locale: 'nl',
  codes: {
    // Parameters
    PARAMETER_REQUIRED: ['Er ontbreken gegevens', 'Vul dit veld in', 'Vul het gemarkeerde veld in'],
    PARAMETER_INVALID: ['Een antwoord valt buiten de toegestane grenzen', ['Vul een waarde in tussen {min, number} en {max, number}', 'Vul {min, number} of meer in', 'Vul {max, number} of minder in', 'Pas dit antwoord aan – het valt buiten de toegestane grenzen'], 'Pas het gemarkeerde antwoord aan'],
    PARAMETER_TOO_LONG: ['Een antwoord is te lang', ['Gebruik maximaal {max, plural, one {# teken} other {# tekens}}', 'Dit is te lang – gebruik minder tekens'], 'Maak het gemarkeerde antwoord korter'],
    PARAMETER_TOO_SHORT: ['Een antwoord is te kort', ['Gebruik minimaal {min, plural, one {# teken} other {# tekens}}', 'Dit is te kort – gebruik meer tekens'], 'Maak het gemarkeerde antwoord langer'],
    ONE_OF_SEVERAL_PARAMETERS_REQUIRED: ['Er ontbreken gegevens', ['Vul ten minste een van deze in: {labels}', 'Vul ten minste een van deze velden in'], 'Vul een van de gemarkeerde velden in'],
    CONFLICTING_PARAMETERS: ['Sommige antwoorden gaan niet samen', ['Wijzig of wis een van deze – ze gaan niet samen: {labels}', 'Deze antwoorden gaan niet samen – wijzig of wis er een'], 'Wijzig of wis een van de gemarkeerde antwoorden'],

    // Formats
    INVALID_COUNTRYCODE_FORMAT: ['Controleer de landcode', 'Vul een landcode in de juiste notatie in, zoals NL', 'Vul een landcode in of kies er een'],
    INVALID_DATE_RANGE: ['Controleer de datums', 'Deze datums gaan niet samen – controleer de begin- en einddatum', 'Pas de begin- of einddatum aan'],
    INVALID_EMAIL_FORMAT: ['Controleer het e-mailadres', 'Vul een e-mailadres in de juiste notatie in, zoals naam@example.com', 'Verbeter het e-mailadres'],
    INVALID_HTTP_METHOD: ['Controleer de verzoekmethode', 'Kies een verzoekmethode uit de lijst', 'Kies opnieuw. Heb je niets gekozen? Laad de pagina dan opnieuw'],
    INVALID_HTTP_URI_FORMAT: ['Controleer het webadres', 'Vul een webadres in de juiste notatie in, zoals https://example.com/calls', 'Verbeter het webadres'],
    INVALID_MODEL_STATE: ['Sommige antwoorden moeten anders', 'Er is een antwoord dat we niet kunnen gebruiken – controleer je antwoorden', 'Controleer de gemarkeerde antwoorden en verstuur ze opnieuw'],
    INVALID_PATCH_PAYLOAD: ['Je wijzigingen zijn niet opgeslagen', 'Je wijzigingen zijn niet opgeslagen – laad de pagina opnieuw en voer ze nog eens in', 'Laad de pagina opnieuw en voer je wijzigingen nog eens in'],
    INVALID_PHONENUMBER_FORMAT: ['Controleer het telefoonnummer', 'Vul een telefoonnummer met landnummer in, zoals +442079460123', 'Verbeter het telefoonnummer'],
    SCHEDULED_TIME_OUT_OF_RANGE: ['Controleer de datum en tijd', ['Kies een datum en tijd tussen {min} en {max}', 'Kies een andere datum en tijd – deze kunnen we niet inplannen'], 'Kies een andere datum en tijd'],
    UNKNOWN_TIME_ZONE: ['Controleer de tijdzone', 'Kies een tijdzone uit de lijst', 'Kies opnieuw. Staat de tijdzone er niet bij? Laad de pagina dan opnieuw'],

    // Text messages
    INVALID_SMS_DIRECTION: ['Controleer de richting van het bericht', 'Kies een richting voor het bericht uit de lijst', 'Kies een richting'],
    INVALID_SMS_SENDER: ['Controleer de afzender', 'Vul een afzender in de juiste notatie in, zoals +442079460123', 'Verbeter de afzender, of kies een andere'],
    INVALID_SMS_STATUS: ['Controleer de status van het bericht', 'Kies een status voor het bericht uit de lijst', 'Kies een status'],
    INVALID_SMS_TEXT: ['Controleer de tekst van het bericht', 'Pas de tekst aan – die is misschien leeg, te lang of bevat tekens die we niet kunnen versturen', 'Pas de tekst van het bericht aan'],
    MESSAGE_NOT_FOUND: ['Bericht niet gevonden', 'We konden dit bericht niet vinden – controleer het of kies een ander', 'Ga terug naar je berichten en open het opnieuw'],
    NO_SMS_AGREEMENT: ['Met dit account kun je nog geen sms’jes versturen', 'Dit account kan nog niet sms’en – voeg een sms-overeenkomst toe of vraag een beheerder', 'Voeg eerst een sms-overeenkomst toe, of vraag het aan een accountbeheerder'],
    SMS_LEASED_NUMBER_NOT_OWNED: ['Dit nummer kan niet de afzender zijn', 'Dit gehuurde nummer hoort niet bij je account – kies een andere afzender', 'Kies een nummer van je account'],
    SMS_NOT_ENABLED: ['Sms staat uit voor deze property', 'Sms staat uit voor deze property – zet sms aan of kies een andere property', 'Zet sms aan voor de property, of kies een andere property'],

    // Numbers, calls and their settings
    CALL_NOT_FOUND: ['Gesprek niet gevonden', 'We konden dit gesprek niet vinden – controleer het of kies een ander', 'Ga terug naar je gesprekken en open het opnieuw'],
    FLOW_NOT_FOUND: ['Flow niet gevonden', 'We konden deze flow niet vinden – controleer de flow of kies een andere', 'Controleer de flow, of ga terug naar je flows'],
    INVALID_WHISPER_MEDIAID: ['Controleer de fluisteropname', 'Deze fluisteropname kan niet worden gebruikt – kies een andere', 'Kies een andere opname, of upload er een'],
    LOCATION_NOT_FOUND: ['Geen locatie gevonden met deze filters', 'Geen locatie gevonden met deze filters – wijzig of verwijder er een', 'Wijzig of verwijder een filter'],
    NUMBER_ALLOCATION_FAILED: ['We konden geen telefoonnummer toewijzen', 'We konden geen nummer toewijzen – kies een eigen nummer of probeer het straks opnieuw', 'Probeer het over een paar minuten opnieuw, of kies een van je eigen nummers'],
    NUMBER_BELONGS_TO_DIFFERENT_PROPERTY: ['Dit nummer hoort bij een andere property', 'Dit nummer hoort bij een andere property – kies een ander nummer of een andere property', 'Kies een ander nummer of een andere property'],
    NUMBER_NOT_FOUND: ['Telefoonnummer niet gevonden', 'We konden dit telefoonnummer niet vinden – controleer het of kies een ander', 'Controleer het nummer, of ga terug naar je nummers'],
    UNKNOWN_CAPABILITY: ['Controleer de mogelijkheid', 'Kies een mogelijkheid uit de lijst', 'Kies opnieuw. Staat de mogelijkheid er niet bij? Laad de pagina dan opnieuw'],
    UNKNOWN_DISPOSITION: ['Controleer het gespreksresultaat', 'Kies een gespreksresultaat uit de lijst', 'Kies opnieuw. Staat het resultaat er niet bij? Laad de pagina dan opnieuw'],
    UNKNOWN_NUMBERTYPE: ['Controleer het nummertype', 'Kies een nummertype uit de lijst', 'Kies opnieuw. Staat het type er niet bij? Laad de pagina dan opnieuw'],
    UNKNOWN_PREAMBLE_OPTION: ['Controleer de inleidingsoptie', 'Kies een inleidingsoptie uit de lijst', 'Kies opnieuw. Staat de optie er niet bij? Laad de pagina dan opnieuw'],
    UNKNOWN_RECORDING_OPTION: ['Controleer de opnameoptie', 'Kies een opnameoptie uit de lijst', 'Kies opnieuw. Staat de optie er niet bij? Laad de pagina dan opnieuw'],
    UNKNOWN_ROUTING_METHOD: ['Controleer de routeringsmethode', 'Kies een routeringsmethode uit de lijst', 'Kies opnieuw. Staat de methode er niet bij? Laad de pagina dan opnieuw'],

    // Addresses and countries
    ADDRESS_CANNOT_BE_DELETED: ['Dit adres is nog aan telefoonnummers gekoppeld', 'Dit adres is nog aan telefoonnummers gekoppeld – koppel die eerst aan een ander adres', 'Koppel ze eerst aan een ander adres en probeer het dan opnieuw'],
    ADDRESS_NOT_FOUND: ['Adres niet gevonden', 'We konden dit adres niet vinden – controleer het of kies een ander', 'Controleer het adres, of ga terug naar je adressen'],
    COUNTRY_NOT_FOUND: ['Land niet gevonden', 'We konden dit land niet vinden – kies een land uit de lijst', 'Kies een ander land'],
    COUNTRY_UNAVAILABLE: ['Dit land is niet beschikbaar', 'Dit land is niet beschikbaar – kies een ander', 'Kies een ander land, of vraag ons naar dit land'],

    // Accounts, projects, logins and permissions
    ACCOUNT_NOT_FOUND: ['Account niet gevonden', 'We konden dit account niet vinden – controleer het of kies een ander', 'Controleer het account, of ga terug naar je accounts'],
    FORBIDDEN: categories.permission,
    INVALID_PERMISSION_VALUE: ['Controleer de rechten', 'Kies rechten uit de lijst', 'Kies de rechten opnieuw'],
    INVALID_PERMISSIONS: ['Deze rechten gaan niet samen', 'Deze rechten gaan niet samen – kies bijvoorbeeld account of project, niet allebei', 'Kies rechten voor het account of voor het project'],
    ONLINE_LOGIN_EMAIL_EXISTS: ['Dit e-mailadres heeft al een login', 'Dit e-mailadres heeft al een login – vul een ander adres in', 'Vul een ander e-mailadres in, of open de bestaande login'],
    ONLINE_LOGIN_NOT_FOUND: ['Login niet gevonden', 'We konden deze login niet vinden – controleer de login of kies een andere', 'Controleer de login, of ga terug naar je logins'],
    PERMISSION_EXCEEDS_ACCESS_BOUNDARY: ['Deze rechten gaan verder dan wat je mag geven', 'Deze rechten gaan verder dan wat je mag geven – kies er minder', 'Kies minder rechten, of vraag het aan een accountbeheerder'],
    PROJECT_LIMIT_REACHED: ['Je hebt het maximale aantal projecten bereikt', 'Je hebt het maximale aantal projecten bereikt – verwijder er een, of neem contact met ons op', 'Verwijder een project dat je niet nodig hebt, of neem contact met ons op om de limiet te verhogen'],
    PROPERTY_NOT_FOUND: ['Property niet gevonden', 'We konden deze property niet vinden – controleer de property of kies een andere', 'Controleer de property, of ga terug naar je property’s'],
    RECORD_NOT_FOUND: ['Item niet gevonden', 'We konden dit item niet vinden – controleer het of kies een ander', 'Ga terug naar de lijst en open het opnieuw'],

    // SIP trunks
    SIP_TRUNK_NOT_FOUND: ['SIP-trunk niet gevonden', 'We konden deze SIP-trunk niet vinden – controleer de SIP-trunk of kies een andere', 'Controleer de SIP-trunk, of ga terug naar je SIP-trunks'],
    SIP_TRUNK_WAS_DELETED: ['Deze SIP-trunk is verwijderd', 'Deze SIP-trunk is verwijderd – kies een andere', 'Kies een andere SIP-trunk, of maak er een aan'],

    // No ErrorCode: the status, or that no answer came
    HTTP_400: categories.request,
    HTTP_401: categories.auth,
    HTTP_403: ['Je kunt dit niet doen', 'Je kunt dit niet doen – misschien heb je geen toegang of kan het nu niet', 'Vraag een accountbeheerder om toegang, of ga terug'],
    HTTP_404: ['We konden dit niet vinden', 'We konden dit niet vinden – misschien is het verwijderd of verplaatst', 'Controleer de link, of ga terug naar de lijst'],
    HTTP_409: ['Dit is gewijzigd terwijl je bezig was', 'Dit is gewijzigd terwijl je bezig was – laad de nieuwste versie en probeer het opnieuw', 'Laad de nieuwste versie en probeer het opnieuw'],
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
    summaryTitle: ['{count, plural, one {Er is een probleem} other {Er zijn # problemen}}', 'Er is een probleem'],
    errorPrefix: 'Fout:',
    warningPrefix: 'Let op:',
    pageTitle: ['{count, plural, one {# probleem} other {# problemen}}: {title}', '{count, plural, one {# probleem} other {# problemen}}'],
    labelled: '{label}: {text}',
    tryAgain: 'Probeer opnieuw',
    tryingAgain: 'Opnieuw proberen…',
    waitThenTry: wait,
    loaded: 'Geladen',
    close: 'Sluiten',
    signIn: 'Inloggen',
    toastRegion: ['Meldingen ({hotkey})', 'Meldingen'],
    repeated: '{count, plural, one {Eén keer gebeurd} other {# keer gebeurd}}',
    moreToasts: '{count, plural, one {Nog # melding} other {Nog # meldingen}}',
    details: 'Details',
    copyDetails: 'Details kopiëren',
    copied: 'Gekopieerd',
    referenceCode: 'Code',
    referenceTime: 'Tijd',
    referenceId: 'Verzoek-ID',
    serverSays: 'Antwoord van de dienst:',
    offline: 'Je bent offline',
    waitingChanges: '{count, plural, one {# wijziging wacht en wordt verstuurd zodra je verbinding hebt} other {# wijzigingen wachten en worden verstuurd zodra je verbinding hebt}}',
    backOnline: 'Je bent weer online',
    stale: 'Dit is misschien niet meer actueel – we konden de nieuwste versie niet laden',
    moreIssues: '{count, plural, one {Nog # probleem} other {Nog # problemen}}',
    problemCount: '{count, plural, one {# probleem} other {# problemen}}',
    recentErrors: 'Recente problemen',
    submitting: 'Bezig met versturen…',
    saved: 'Opgeslagen',
  },
} satisfies LocalePack
