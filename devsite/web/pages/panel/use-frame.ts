import { type RefObject, useEffect, useRef, useState } from 'react';
import { openRpc } from '../../bridge/rpc';
import { useFlags } from '../ui/flags';
import { openBridge } from './bridge-commands';
import { useThemeTeller } from './use-theme-teller';

interface Around {
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
export function useFrame({ moduleKey, issueKey, appOrigin, onRefresh, onClose }: Around): Frame {
  const frame = useRef<HTMLIFrameElement>(null);
  const [height, setHeight] = useState<number>();
  const [isSilent, setSilent] = useState(false);
  const { show, close } = useFlags();
  const theme = useThemeTeller();
  const around = useRef({ onRefresh, onClose });
  around.current = { onRefresh, onClose };

  useEffect(() => {
    const bridge = openBridge({
      moduleKey,
      issueKey,
      ...theme,
      show,
      close,
      onHeight: (told) => {
        setHeight(told);
        setSilent(false);
      },
      onRefresh: () => around.current.onRefresh(),
      onOpen: () => frame.current?.scrollIntoView(),
      onClose: () => around.current.onClose(),
    });
    const take = new Set<(message: unknown) => void>();
    const hear = ({ source, origin, data }: MessageEvent): void => {
      if (source !== frame.current?.contentWindow || origin !== appOrigin) return;
      for (const each of take) each(data);
    };
    const post = (message: unknown) => frame.current?.contentWindow?.postMessage(message, appOrigin);
    openRpc({ post, listen: (each) => void take.add(each) }, (name, payload) => bridge.call(name, payload));
    window.addEventListener('message', hear);
    return () => {
      window.removeEventListener('message', hear);
      bridge.end();
    };
  }, [moduleKey, issueKey, appOrigin, theme, show, close]);

  useEffect(() => {
    if (height !== undefined) return;
    const waiting = setTimeout(() => setSilent(true), patience);
    return () => clearTimeout(waiting);
  }, [height]);

  return { frame, height, isSilent };
}
