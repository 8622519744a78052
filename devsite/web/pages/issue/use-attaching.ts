import { useState } from 'react';
import { upload } from '../ui/upload';
import type { Issue } from './issue';

interface Attaching {
  readonly attach: (files: readonly File[]) => void;
  /** How much of what is being sent has gone, from 0 to 1; undefined while nothing is sent. */
  readonly share: number | undefined;
  /** Why the last files were refused. */
  readonly problem: string | undefined;
}

/** Attaches files to an issue. */
export function useAttaching({ key }: Issue, onChanged: () => void): Attaching {
  const [share, setShare] = useState<number>();
  const [problem, setProblem] = useState<string>();
  const attach = (files: readonly File[]): void => {
    if (files.length === 0) return;
    setProblem(undefined);
    setShare(0);
    upload(`/issue/${key}/attachments`, files, setShare)
      .then(onChanged, (error: Error) => setProblem(error.message))
      .finally(() => setShare(undefined));
  };
  return { attach, share, problem };
}
