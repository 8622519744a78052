import { Box, Stack, xcss } from '@atlaskit/primitives';
import SectionMessage, { type Appearance, SectionMessageAction } from '@atlaskit/section-message';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';

export interface Flag {
  readonly id: string;
  readonly title: string;
  readonly description?: string;
  readonly appearance?: Appearance;
  /** Goes after a while without being dismissed. */
  readonly isPassing?: boolean;
  readonly actions?: readonly { readonly text: string; readonly onClick: () => void }[];
}

interface Flags {
  show(flag: Flag): void;
  close(id: string): void;
  /** Says what went wrong with what a person just did; `close` of the same title takes it back once it went well. */
  refuse(title: string, error: unknown): void;
}

const FlagsContext = createContext<Flags>({ show: () => undefined, close: () => undefined, refuse: () => undefined });

export const useFlags = (): Flags => useContext(FlagsContext);

const corner = xcss({
  position: 'fixed',
  insetBlockEnd: 'space.300',
  insetInlineStart: 'space.300',
  maxWidth: '30rem',
  zIndex: 'flag',
});
const raised = xcss({ boxShadow: 'elevation.shadow.overlay', backgroundColor: 'elevation.surface.overlay' });

/** Shows what has happened in the corner of the page until it is read. */
export function FlagRegion({ children }: { readonly children: ReactNode }) {
  const [flags, setFlags] = useState<readonly Flag[]>([]);
  const close = useCallback((id: string) => setFlags((all) => all.filter((flag) => flag.id !== id)), []);
  const show = useCallback((flag: Flag) => setFlags((all) => [...all.filter(({ id }) => id !== flag.id), flag]), []);
  const refuse = useCallback(
    (title: string, error: unknown) => show({ id: title, title, description: messageOf(error), appearance: 'error' }),
    [show],
  );
  const value = useMemo(() => ({ show, close, refuse }), [show, close, refuse]);

  return (
    <FlagsContext.Provider value={value}>
      {children}
      <Box xcss={corner} role="status" aria-live="polite">
        <Stack space="space.100">
          {flags.map((flag) => (
            <Box key={flag.id} xcss={raised}>
              <FlagMessage flag={flag} onClose={() => close(flag.id)} />
            </Box>
          ))}
        </Stack>
      </Box>
    </FlagsContext.Provider>
  );
}

/** Milliseconds for which a passing flag stays. */
const stay = 8_000;

function FlagMessage({ flag, onClose }: { readonly flag: Flag; readonly onClose: () => void }) {
  const { isPassing = false } = flag;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a flag that is shown anew stays anew
  useEffect(() => {
    if (!isPassing) return;
    const passing = setTimeout(onClose, stay);
    return () => clearTimeout(passing);
  }, [flag]);
  const actions = (flag.actions ?? []).map(({ text, onClick }) => (
    <SectionMessageAction key={text} onClick={onClick}>
      {text}
    </SectionMessageAction>
  ));
  return (
    <SectionMessage
      appearance={flag.appearance ?? 'information'}
      title={flag.title}
      isDismissible
      onDismiss={onClose}
      {...(actions.length > 0 && { actions })}
    >
      {flag.description && <p>{flag.description}</p>}
    </SectionMessage>
  );
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
