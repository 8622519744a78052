import { refusal } from './ask';

/** Sends files to a call of Jira's REST API, telling how much of them has gone, from 0 to 1; throws `Refused` as `jira` does. */
export function upload(path: string, files: readonly File[], onProgress: (share: number) => void): Promise<void> {
  const form = new FormData();
  for (const file of files) form.append('file', file);
  const request = new XMLHttpRequest();
  request.open('POST', `/rest/api/3${path}`);
  request.setRequestHeader('X-Atlassian-Token', 'no-check');
  request.upload.addEventListener('progress', ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0));
  return new Promise((resolve, reject) => {
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(refusal(request.status, bodyIn(request.responseText)));
    });
    request.addEventListener('error', () => reject(new Error('The site does not answer.')));
    request.send(form);
  });
}

const bodyIn = (text: string): Parameters<typeof refusal>[1] => (text ? JSON.parse(text) : undefined);
