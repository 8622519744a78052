/** Heights within the drawing, from the top: words, marks, track, reasons, time. */
export const layout = {
  flagWords: 24,
  flagLine: 13,
  plotTop: 30,
  marks: 42,
  track: 54,
  trackBottom: 68,
  reasons: 82,
  plotBottom: 100,
  tickWords: 115,
  height: 120,
} as const;
