/** `preUninstall`. */
export const beforeUninstall = () => undefined;
