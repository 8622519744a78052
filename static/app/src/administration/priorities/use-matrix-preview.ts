import type { MatrixPreview } from '@fettle/incident/contract';
import { useCallback, useEffect, useRef, useState } from 'react';
import { ask } from '../../rpc/rpc';
import type { Matrix } from './use-matrix-edit';

/** How long after the last edit, in milliseconds, the matrix is tried without being asked. */
const settled = 800;

export type Preview =
  | { readonly state: 'looking' | 'failed' }
  | { readonly state: 'ready'; readonly value: MatrixPreview };

/** What a matrix would make of the open incidents, tried a moment after the last edit, or when asked. */
export function useMatrixPreview(matrix: Matrix): { readonly preview: Preview; readonly look: () => void } {
  const [preview, setPreview] = useState<Preview>({ state: 'looking' });
  const looks = useRef(0);

  const look = useCallback(() => {
    looks.current += 1;
    const turn = looks.current;
    setPreview({ state: 'looking' });
    void tried(matrix).then((found) => turn === looks.current && setPreview(found));
  }, [matrix]);

  useEffect(() => {
    setPreview({ state: 'looking' });
    const timer = setTimeout(look, settled);
    return () => clearTimeout(timer);
  }, [look]);

  return { preview, look };
}

async function tried(matrix: Matrix): Promise<Preview> {
  const reply = await ask('previewMatrix', { matrix }).catch(() => undefined);
  return reply?.ok ? { state: 'ready', value: reply.value } : { state: 'failed' };
}
