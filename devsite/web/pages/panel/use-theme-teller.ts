import { useColorMode } from '@atlaskit/app-provider/use-color-mode';
import { useEffect, useMemo, useRef } from 'react';

export type TellTheme = (colorMode: string) => unknown;

interface ThemeTeller {
  readonly colorMode: () => string;
  /** Tells the theme to whoever asks, now and whenever there is another. */
  readonly onTheme: (tell: TellTheme) => unknown;
}

export function useThemeTeller(): ThemeTeller {
  const colorMode = useColorMode() ?? 'light';
  const now = useRef<string>(colorMode);
  const told = useRef<TellTheme[]>([]);

  useEffect(() => {
    now.current = colorMode;
    for (const tell of told.current) tell(colorMode);
  }, [colorMode]);

  return useMemo(
    () => ({
      colorMode: () => now.current,
      onTheme: (tell) => {
        told.current.push(tell);
        return tell(now.current);
      },
    }),
    [],
  );
}
