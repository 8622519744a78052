import { useColorMode } from '@atlaskit/app-provider/use-color-mode';
import { useEffect, useMemo, useRef } from 'react';

export type TellTheme = (colorMode: string) => unknown;

export interface ThemeTeller {
  readonly colorMode: () => string;
  /** Tells every other theme that follows; answers how to stop. */
  readonly followTheme: (tell: TellTheme) => () => void;
}

/** The page's theme, for those that are not drawn by React. */
export function useThemeTeller(): ThemeTeller {
  const colorMode = useColorMode() ?? 'light';
  const now = useRef<string>(colorMode);
  const told = useRef(new Set<TellTheme>());

  useEffect(() => {
    now.current = colorMode;
    for (const tell of told.current) tell(colorMode);
  }, [colorMode]);

  return useMemo(
    () => ({
      colorMode: () => now.current,
      followTheme: (tell) => {
        told.current.add(tell);
        return () => void told.current.delete(tell);
      },
    }),
    [],
  );
}
