export { ImportPage, ImportResult } from './import-page.tsx';
export { StudioPage } from './page.tsx';
export { UploadPage } from './upload-page.tsx';
