/** What is said when no words were given at all; everything else comes from a language's pack. */
export const genericSentence = 'There is a problem we did not expect – try again'
