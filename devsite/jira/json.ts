/** JSON that came from outside or goes there: of whatever shape. */
// biome-ignore lint/suspicious/noExplicitAny: routes read foreign JSON field by field
export type Json = any;
