import type { LevelRowProps } from './level-row';
export function Why({ level }: LevelRowProps) {
  return <pre>{JSON.stringify(level.explanation, null, 1)}</pre>;
}
