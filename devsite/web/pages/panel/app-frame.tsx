import Modal, { ModalTransition } from '@atlaskit/modal-dialog';
import { Box, xcss } from '@atlaskit/primitives';
import { useRef, useState } from 'react';
import { useSiteClock } from '../shell/site-time';
import { Skeleton } from '../ui/skeleton';
import { type AskedModal, modalSize } from './asked-modal';
import type { Surroundings } from './bridge-commands';
import { FrameHeader } from './frame-header';
import { FrameSilence } from './frame-silence';
import type { Place } from './place';
import type { ShownApp } from './shown-app';
import { useFrame } from './use-frame';

const shown = xcss({ width: '100%', display: 'block' });
/** What Atlassian's frames may do: https://developer.atlassian.com/platform/forge/custom-ui/iframe/ (Nov 2026). */
const sandbox =
  'allow-downloads allow-forms allow-modals allow-pointer-lock allow-same-origin allow-scripts allow-popups allow-popups-to-escape-sandbox';
const allow = 'camera; clipboard-write; display-capture; fullscreen; microphone';

/** Heights of a module that declares a viewport size; the platform's pages name none for modules of Jira. */
const viewportHeights: Readonly<Record<string, string>> = {
  small: '7rem',
  medium: '16rem',
  large: '32rem',
  xlarge: '64rem',
};

export interface AppFrameProps {
  readonly app: ShownApp;
  readonly place: Place;
  readonly src: string;
  readonly title: string;
  /** A length, the name of a viewport size, or the content's height when absent. */
  readonly height?: unknown;
  readonly leastHeight?: string;
  readonly surroundings: Surroundings;
}

/** The app's page in a frame of another origin, with the bridge between; it starts anew when the clock was moved. */
export function AppFrame({ app, place, src, title, height: wanted, leastHeight, surroundings }: AppFrameProps) {
  const [round, setRound] = useState(0);
  const { moves } = useSiteClock();
  const { frame, height, isSilent, modal, closeModal } = useFrame({ app, place, src, surroundings });
  const fixed = typeof wanted === 'string' ? (viewportHeights[wanted] ?? wanted) : undefined;

  return (
    <>
      {height === undefined && !isSilent && <Skeleton rows={4} />}
      {isSilent && <FrameSilence src={src} onAgain={() => setRound(round + 1)} />}
      <Box xcss={shown} style={{ height: height === undefined ? 0 : (fixed ?? 'auto') }}>
        <iframe
          key={`${round} ${moves} ${src}`}
          ref={frame}
          src={src}
          title={title}
          sandbox={sandbox}
          allow={allow}
          width="100%"
          style={{
            border: 'none',
            display: 'block',
            height: height === undefined ? 0 : fixed ? '100%' : height,
            ...(height !== undefined && { minHeight: leastHeight }),
          }}
        />
      </Box>
      <FrameModal app={app} place={place} title={title} asked={modal} onClosed={closeModal} />
    </>
  );
}

interface FrameModalProps {
  readonly app: ShownApp;
  readonly place: Place;
  /** Names the dialog where it has no title of its own. */
  readonly title: string;
  /** No dialog without one. */
  readonly asked: (AskedModal & { readonly src: string }) | undefined;
  readonly onClosed: () => void;
  /** The page beside the dialog is read again; absent where there is nothing to read. */
  readonly onRefresh?: (() => void) | undefined;
}

/** A dialog that holds a page of the app. */
export function FrameModal({ asked, ...rest }: FrameModalProps) {
  return <ModalTransition>{asked && <OpenModal asked={asked} {...rest} />}</ModalTransition>;
}

const body = xcss({ flexGrow: '1', minHeight: '0', overflowY: 'auto', borderRadius: 'radius.large' });

type OpenModalProps = FrameModalProps & { readonly asked: NonNullable<FrameModalProps['asked']> };

function OpenModal({ app, place, title, asked, onClosed, onRefresh }: OpenModalProps) {
  const { src, size, context, closeOnEscape = true, closeOnOverlayClick = true } = asked;
  const closings = useRef<(() => unknown)[]>([]);
  const close = async (payload?: unknown): Promise<void> => {
    for (const closing of closings.current) await closing();
    onClosed();
    void asked.onClose?.(payload);
  };
  const { width, height } = modalSize(size) ?? {};

  return (
    <Modal
      onClose={() => void close()}
      shouldCloseOnEscapePress={closeOnEscape}
      shouldCloseOnOverlayClick={closeOnOverlayClick}
      {...(width !== undefined && { width })}
      {...(height !== undefined && { height })}
      {...(!hasHeader(asked) && { label: title })}
    >
      {hasHeader(asked) && <FrameHeader title={asked.title} icon={asked.icon} src={src} />}
      <Box xcss={body}>
        <AppFrame
          app={app}
          place={place}
          src={src}
          title={asked.title || title}
          height="100%"
          surroundings={{
            onClose: (payload) => void close(payload),
            onClosing: (closing) => void closings.current.push(closing),
            onEscape: () => closeOnEscape && void close(),
            onRefresh,
            modalContext: context,
          }}
        />
      </Box>
    </Modal>
  );
}

const hasHeader = ({ title, icon }: AskedModal): boolean => Boolean(title || icon);
