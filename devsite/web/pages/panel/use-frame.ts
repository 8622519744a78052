import { type RefObject, useEffect, useRef, useState } from 'react';
import { isHello, openRpc } from '../../bridge/rpc';
import { useFlags } from '../ui/flags';
import { type AskedModal, modalSize, resourceAddress } from './asked-modal';
import { type Around, openBridge, type Surroundings } from './bridge-commands';
import type { Place } from './place';
import type { ShownApp } from './shown-app';
import { useThemeTeller } from './use-theme-teller';

interface Placed {
  readonly app: ShownApp;
  readonly place: Place;
  readonly src: string;
  readonly surroundings: Surroundings;
}

interface Frame {
  readonly frame: RefObject<HTMLIFrameElement>;
  /** Of the page's content; undefined until it has told it. */
  readonly height: number | undefined;
  /** True when the page has told nothing for long. */
  readonly isSilent: boolean;
  /** What the page has opened over itself. */
  readonly modal: (AskedModal & { readonly src: string }) | undefined;
  readonly closeModal: () => void;
}

const patience = 15_000;

/** Answers what the page in a frame asks through the bridge. */
export function useFrame({ app, place, src, surroundings }: Placed): Frame {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number>();
  const [modal, setModal] = useState<Frame['modal']>();
  const { show, close } = useFlags();
  const theme = useThemeTeller();
  const around = useRef(surroundings);
  around.current = surroundings;
  const standing = JSON.stringify(place);

  useEffect(
    () =>
      answerFrame(frame, new URL(src).origin, {
        ...theme,
        app,
        place: JSON.parse(standing) as Place,
        surroundings: () => around.current,
        show,
        close,
        onHeight: setHeight,
        openModal: (asked) => setModal(modalOf(asked, app, src)),
      }),
    [app, standing, src, theme, show, close],
  );
  return { frame, height, isSilent: useSilence(height), modal, closeModal: () => setModal(undefined) };
}

function modalOf(asked: AskedModal, { resources }: ShownApp, src: string): NonNullable<Frame['modal']> {
  const { resource, size } = asked;
  if (!modalSize(size)) throw new Error(`The dev site does not simulate the modal size ${JSON.stringify(size)}.`);
  if (!resource) return { ...asked, src };
  if (!resources.includes(resource.split('/')[0] ?? '')) throw new Error(`The manifest names no resource ${resource}.`);
  return { ...asked, src: resourceAddress(resource, src) };
}

/** Opens a new bridge whenever the frame's page starts; answers how to end it. */
function answerFrame(frame: RefObject<HTMLIFrameElement>, appOrigin: string, around: Around): () => void {
  let take: (message: unknown) => void = () => undefined;
  let end: () => void = () => undefined;

  const begin = (): void => {
    end();
    const bridge = openBridge(around);
    end = bridge.end;
    const post = (message: unknown) => frame.current?.contentWindow?.postMessage(message, appOrigin);
    openRpc({ post, listen: (listener) => (take = listener) }, (name, payload) => bridge.call(name, payload));
  };
  const hear = ({ source, origin, data }: MessageEvent): void => {
    if (source !== frame.current?.contentWindow || origin !== appOrigin) return;
    if (isHello(data)) begin();
    else take(data);
  };

  window.addEventListener('message', hear);
  return () => {
    window.removeEventListener('message', hear);
    end();
  };
}

function useSilence(height: number | undefined): boolean {
  const [isSilent, setSilent] = useState(false);
  useEffect(() => {
    setSilent(false);
    if (height !== undefined) return;
    const waiting = setTimeout(() => setSilent(true), patience);
    return () => clearTimeout(waiting);
  }, [height]);
  return isSilent;
}
