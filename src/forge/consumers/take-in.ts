/** Consumer of `intake`. */
export const takeIn = () => undefined;
