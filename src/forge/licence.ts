/** What the runtime says of the app's licence; absent where the app is not sold. */
export interface Licensing {
  readonly license?: undefined | { readonly active?: boolean; readonly isActive?: boolean };
}

/** https://developer.atlassian.com/platform/forge/listing-forge-apps/ (2026-08) */
export const isUnlicensed = ({ license }: Licensing = {}): boolean =>
  license !== undefined && !(license.isActive ?? license.active ?? true);
