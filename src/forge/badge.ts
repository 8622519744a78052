/** `dynamicProperties` of the badge on an issue. */
export const badge = () => ({});
