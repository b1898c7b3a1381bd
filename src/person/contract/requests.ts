// What people ask about their own data, and what an administrator does about it in the law's time.
import { z } from "zod";
import { endpoint } from "../../platform/contract/contract.ts";
import { done, id, page, pageQuery } from "../../platform/contract/shapes.ts";
import { DataRequestRow, PersonData, RequestEnd } from "../schema/requests.ts";

const ofRequest = z.object({ unitId: id, requestId: id });

export const listRequests = endpoint({
  id: "person.requests",
  method: "GET",
  path: "/api/units/:unitId/data-requests",
  summary:
    "What people of a root's tree, or of no union, asked about their data: open ones by deadline, or done ones.",
  params: z.object({ unitId: id }),
  query: pageQuery.extend({ after: id.optional(), state: z.enum(["open", "done"]).default("open") }),
  output: page(DataRequestRow),
});

export const acknowledgeRequest = endpoint({
  id: "person.acknowledge-request",
  method: "POST",
  path: "/api/units/:unitId/data-requests/:requestId/acknowledge",
  summary: "Note that a request has been received and the person has been told.",
  params: ofRequest,
  output: done,
});

export const getRequestData = endpoint({
  id: "person.request-data",
  method: "GET",
  path: "/api/units/:unitId/data-requests/:requestId/data",
  summary: "All that is known of who asked, in plain words, by who holds it; while the request is open.",
  params: ofRequest,
  output: z.object({ items: PersonData }),
  problems: ["request-ended"],
});

export const endRequest = endpoint({
  id: "person.end-request",
  method: "POST",
  path: "/api/units/:unitId/data-requests/:requestId/end",
  summary:
    "Do what was asked (correct, delete, restrict; access: it was handed over), or refuse it with a reason.",
  params: ofRequest,
  body: RequestEnd,
  output: done,
  problems: ["request-ended", "places-running", "answer-missing"],
});
