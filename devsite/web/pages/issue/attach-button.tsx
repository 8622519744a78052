import Button from '@atlaskit/button/new';
import Attachment from '@atlaskit/icon/core/attachment';
import { useRef } from 'react';

interface AttachButtonProps {
  readonly isBusy: boolean;
  readonly onPicked: (files: readonly File[]) => void;
}

/** Picks files of the person's own machine. */
export function AttachButton({ isBusy, onPicked }: AttachButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label="Files to attach"
        onChange={({ currentTarget }) => {
          onPicked([...(currentTarget.files ?? [])]);
          currentTarget.value = '';
        }}
      />
      <Button
        spacing="compact"
        appearance="subtle"
        iconBefore={Attachment}
        isLoading={isBusy}
        onClick={() => input.current?.click()}
      >
        Attach files
      </Button>
    </>
  );
}
