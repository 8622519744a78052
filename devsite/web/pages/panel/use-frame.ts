import { type RefObject, useEffect, useRef, useState } from 'react';
import { isHello, openRpc } from '../../bridge/rpc';
import { useFlags } from '../ui/flags';
import { type Around, openBridge } from './bridge-commands';
import { useThemeTeller } from './use-theme-teller';

interface Placed {
  readonly moduleKey: string;
  readonly issueKey: string;
  readonly appOrigin: string;
  readonly onRefresh: () => void;
  readonly onClose: () => void;
}

interface Frame {
  readonly frame: RefObject<HTMLIFrameElement>;
  /** Of the page's content; undefined until it has told it. */
  readonly height: number | undefined;
  /** True when the page has told nothing for long. */
  readonly isSilent: boolean;
}

const patience = 15_000;

/** Answers what the page in a frame asks through the bridge. */
export function useFrame({ moduleKey, issueKey, appOrigin, onRefresh, onClose }: Placed): Frame {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number>();
  const { show, close } = useFlags();
  const theme = useThemeTeller();
  const placed = useRef({ onRefresh, onClose });
  placed.current = { onRefresh, onClose };

  useEffect(
    () =>
      answerFrame(frame, appOrigin, {
        ...theme,
        moduleKey,
        issueKey,
        show,
        close,
        onHeight: setHeight,
        onRefresh: () => placed.current.onRefresh(),
        onOpen: () => frame.current?.scrollIntoView(),
        onClose: () => placed.current.onClose(),
      }),
    [moduleKey, issueKey, appOrigin, theme, show, close],
  );
  return { frame, height, isSilent: useSilence(height) };
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
