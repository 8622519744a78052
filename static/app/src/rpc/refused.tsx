import type { Refusal } from '@fettle/rpc/contract';
import { Notice } from '../ui/notice';
import { refusalTexts } from './refusal-texts';

/** Why there is nothing to show. */
export function Refused({ code }: Pick<Refusal, 'code'>) {
  const { tone, title, text } = refusalTexts[code];
  return (
    <Notice tone={tone} title={title}>
      {text}
    </Notice>
  );
}
