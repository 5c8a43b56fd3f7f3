"""Pure: Reply, SpfReport, SenderReport -> Block Kit. Nothing here sends or asks anything."""
