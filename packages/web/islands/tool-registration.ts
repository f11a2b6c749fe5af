// Opens the registration page of a tool in a window of its own, and goes on when the tool says that it is done (LTI Dynamic
// Registration 1.0, 3.6). Without script the link opens the window, and the person comes back by themselves.

for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-registers]')) {
  let opened: Window | null = null;
  link.addEventListener('click', (event) => {
    // The tool answers to its opener, which a link without script does not tell it.
    opened = window.open(link.href, '_blank');
    if (opened) event.preventDefault();
  });
  window.addEventListener('message', ({ source, data }) => {
    if (!opened || source !== opened || data?.subject !== 'org.imsglobal.lti.close') return;
    opened.close();
    location.assign(link.dataset.registers ?? '/');
  });
}

export {};
