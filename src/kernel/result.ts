/** What a rule answers that may refuse: a value, or the reason there is none. */
export type Result<Value, Reason> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly reason: Reason };

export const allow = <Value>(value: Value) => ({ ok: true, value }) as const;
export const refuse = <Reason>(reason: Reason) => ({ ok: false, reason }) as const;
