/** Writes what was found where a test reads it; what was found again takes its place. */
export function found(name: string, value: unknown): void {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const known = document.getElementById(name);
  if (known) {
    known.textContent = text;
    return;
  }
  const term = document.createElement('dt');
  const description = document.createElement('dd');
  term.textContent = name;
  description.id = name;
  description.textContent = text;
  document.querySelector('#findings')?.append(term, description);
}

export const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
