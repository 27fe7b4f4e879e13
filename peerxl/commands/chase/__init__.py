"""Who is asked today, by forms and mails, and what the coordinator hears of it."""
