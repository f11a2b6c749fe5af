// Sends the form with `data-send-file` and shows how far it is: the bar while the file goes, words while it is looked at. Where the
// server leads afterwards the browser goes as well. Without script the form is sent like any other.

function start(form: HTMLFormElement): void {
  const bar = form.querySelector('progress');
  const status = form.querySelector('[role=status]');
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  if (!bar || !status || !button) return;
  const { saySending = '', sayChecking = '', sayFailed = '', sayLarge = '', maxBytes = '' } = form.dataset;

  const show = (busy: boolean, words: string) => {
    button.disabled = busy;
    bar.hidden = !busy;
    status.textContent = words;
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const file = form.querySelector<HTMLInputElement>('input[type=file]')?.files?.[0];
    // The server would say so as well, after all of it has been sent.
    if (file && file.size > Number(maxBytes)) return show(false, sayLarge);
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      const percent = total > 0 ? Math.floor((100 * loaded) / total) : 0;
      bar.value = percent;
      status.textContent = percent < 100 ? saySending.replace('{percent}', String(percent)) : sayChecking;
    });
    request.addEventListener('load', () => {
      // What was refused before it was read is explained by the page that a plain form gets.
      if (request.status >= 400) form.submit();
      else if (request.responseURL === location.href.replace(/#.*/, '')) location.reload();
      else location.assign(request.responseURL);
    });
    request.addEventListener('error', () => show(false, sayFailed));
    show(true, saySending.replace('{percent}', '0'));
    request.send(new FormData(form));
  });
}

for (const form of document.querySelectorAll<HTMLFormElement>('form[data-send-file]')) start(form);

export {};
