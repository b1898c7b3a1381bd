// Campaigns; a new one begins by reading its letter.
import { CampaignsPage } from "../../campaign/web/campaigns-page.tsx";
import { readLetterPath } from "../../directive/web/paths.ts";

export const Campaigns = () => <CampaignsPage beginPath={readLetterPath} />;
