declare module '@atlaskit/tokens/dist/esm/artifacts/themes/*' {
  /** The theme's tokens as CSS. */
  const css: string;
  // biome-ignore lint/style/noDefaultExport: the package exports it so
  export default css;
}
