/** The window hears it when the site answers again after it did not. */
export const back = 'devsite:back';
