import { Notice } from './notice';

const texts = {
  title: 'Fettle has no active licence',
  text: 'Everything stays readable and nothing is lost: clocks are brought up to date once a site admin renews it.',
};

/** Says on every page of the app that it only reads. */
export function LicenceBanner({ isLicensed }: { readonly isLicensed: boolean }) {
  if (isLicensed) return null;
  return (
    <Notice tone="warning" title={texts.title}>
      {texts.text}
    </Notice>
  );
}
