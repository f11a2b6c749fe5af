// Sends a package straight to the store with a permission of the portal, shows how far it is, and can be stopped and
// tried again. Three requests: ask for the permission, put the file, say that it has arrived.

interface Ticket {
  readonly uploadId: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

class Refused extends Error {}
class Stopped extends Error {}

function start(form: HTMLFormElement): void {
  const part = <Kind extends HTMLElement>(name: string) => form.querySelector<Kind>(`[data-${name}]`);
  const input = form.querySelector<HTMLInputElement>('input[type=file]');
  const bar = form.querySelector('progress');
  const [drop, progress, status] = [part('drop'), part('progress'), part('status')];
  const [begin, label, cancel] = [
    part<HTMLButtonElement>('start'),
    part('start-label'),
    part<HTMLButtonElement>('cancel'),
  ];
  if (!input || !bar || !drop || !progress || !status || !begin || !label || !cancel) return;
  let stop: (() => void) | undefined;

  const say = (text: string | undefined) => {
    status.textContent = text ?? '';
  };
  const show = (busy: boolean) => {
    begin.disabled = busy;
    input.disabled = busy;
    cancel.hidden = !busy;
    progress.hidden = !busy;
  };
  let busy = false;

  const run = async (file: File) => {
    busy = true;
    show(true);
    bar.value = 0;
    say(form.dataset.sayUploading);
    try {
      const ticket = await askForTicket(form, file);
      await put(ticket, file, {
        progressed: (percent) => {
          bar.value = percent;
          say(`${form.dataset.sayUploading} ${Math.floor(percent)}%`);
        },
        stoppable: (abort) => {
          stop = abort;
        },
      });
      say(form.dataset.sayDone);
      const done = await post(`${form.dataset.upload}/${encodeURIComponent(ticket.uploadId)}/finish`, {});
      busy = false;
      location.assign(done.location as string);
    } catch (error) {
      busy = false;
      show(false);
      label.textContent = form.dataset.sayRetry ?? '';
      if (error instanceof Stopped) say(form.dataset.sayStopped);
      else say(error instanceof Refused ? form.dataset.sayRefused : form.dataset.sayFailed);
      begin.focus();
    }
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const file = input.files?.[0];
    if (!file) return;
    if (file.size > Number(form.dataset.maxBytes)) return say(form.dataset.sayTooLarge);
    void run(file);
  });
  cancel.addEventListener('click', () => stop?.());
  addEventListener('beforeunload', (event) => {
    if (busy) event.preventDefault();
  });
  takeDrops(drop, input);
}

function takeDrops(drop: HTMLElement, input: HTMLInputElement): void {
  for (const type of ['dragenter', 'dragover']) {
    drop.addEventListener(type, (event) => {
      event.preventDefault();
      drop.dataset.over = '';
    });
  }
  for (const type of ['dragleave', 'drop']) drop.addEventListener(type, () => delete drop.dataset.over);
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    const files = event.dataTransfer?.files;
    if (files?.length && !input.disabled) input.files = files;
  });
}

async function askForTicket(form: HTMLFormElement, file: File): Promise<Ticket> {
  const { course, upload } = form.dataset;
  const fields = {
    fileName: file.name,
    contentType: typeOf(file),
    sizeBytes: String(file.size),
    ...(course && { courseId: course }),
  };
  return (await post(upload ?? '', fields)) as unknown as Ticket;
}

/** Windows names archives in its own ways, or not at all. */
function typeOf(file: File): string {
  return file.name.toLowerCase().endsWith('.xml') ? 'application/xml' : 'application/zip';
}

async function post(address: string, fields: Record<string, string>): Promise<Record<string, unknown>> {
  const response = await fetch(address, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'error',
  });
  if (response.status >= 400 && response.status < 500) throw new Refused();
  if (!response.ok) throw new Error(String(response.status));
  return response.json() as Promise<Record<string, unknown>>;
}

// XMLHttpRequest, because fetch tells nothing about how far an upload is.
function put(
  ticket: Ticket,
  file: File,
  events: { progressed: (percent: number) => void; stoppable: (abort: () => void) => void },
): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('PUT', ticket.url);
    for (const [name, value] of Object.entries(ticket.headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded, total }) => events.progressed(total ? (loaded * 100) / total : 0);
    request.onload = () => {
      if (request.status >= 200 && request.status < 300) resolve();
      else reject(request.status < 500 ? new Refused() : new Error(String(request.status)));
    };
    request.onerror = () => reject(new Error('network'));
    request.onabort = () => reject(new Stopped());
    events.stoppable(() => request.abort());
    request.send(file);
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-upload]')) start(form);

export {};
