package alvh.planner.plan;

import alvh.planner.company.Companies;
import alvh.planner.portfolio.BookTags;
import alvh.planner.signal.EventCalendar;

/** What the user tells the planner in files. Series (breadth, GDP, REER) come as bars of the market snapshot. */
public record OwnFiles(EventCalendar events, Companies companies, BookTags tags) {

    public static final OwnFiles NONE = new OwnFiles(EventCalendar.NONE, Companies.NONE, BookTags.NONE);

    public OwnFiles {
        events = events == null ? EventCalendar.NONE : events;
        companies = companies == null ? Companies.NONE : companies;
        tags = tags == null ? BookTags.NONE : tags;
    }

    public static OwnFiles of(EventCalendar events) {
        return new OwnFiles(events, Companies.NONE, BookTags.NONE);
    }
}
