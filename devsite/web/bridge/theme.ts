import dark from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-dark';
import light from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-light';
import motion from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-motion';
import shape from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-shape';
import spacing from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-spacing';
import typography from '@atlaskit/tokens/dist/esm/artifacts/themes/atlassian-typography';

export type ColorMode = 'light' | 'dark';

const themes = 'dark:dark light:light motion:motion shape:shape spacing:spacing typography:typography';

let sheet: CSSStyleSheet | undefined;

/** Puts the design tokens and the colour mode on the page; sheets of its own making are no matter of its policy. */
export function applyTheme(colorMode: ColorMode): void {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync([light, dark, motion, shape, spacing, typography].join('\n'));
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  }
  document.documentElement.dataset.theme = themes;
  document.documentElement.dataset.colorMode = colorMode;
}
