import SectionMessage, { SectionMessageAction } from '@atlaskit/section-message';

interface SilenceProps {
  readonly src: string;
  readonly onAgain: () => void;
}

/** A page of the app that has told nothing for long. */
export const FrameSilence = ({ src, onAgain }: SilenceProps) => (
  <SectionMessage
    appearance="error"
    title="This part of the page does not answer"
    actions={[
      <SectionMessageAction key="again" onClick={onAgain}>
        Try again
      </SectionMessageAction>,
    ]}
  >
    <p>The app’s page at {src} has not started. Nothing else here is touched by it.</p>
  </SectionMessage>
);
