/** A line in the app's log: refusals and outages only, never a payload. */
export function warn(text: string): void {
  // biome-ignore lint/suspicious/noConsole: the console is Forge's log
  console.warn(text);
}
