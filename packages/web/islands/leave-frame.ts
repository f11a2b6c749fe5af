// A part that was closed leaves its frame by itself; in a window of its own it stays and offers the link.

const link = document.querySelector<HTMLAnchorElement>('a[data-leave-frame]');
if (link && window.top && window.top !== window.self) link.click();

export {};
