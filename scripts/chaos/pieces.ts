/** Another thing of each piece of a part. */
export const mapped = <Piece, Into>(part: Readonly<Record<string, Piece>>, to: (about: string, piece: Piece) => Into) =>
  Object.fromEntries(Object.entries(part).map(([about, piece]) => [about, to(about, piece)]));
